// The run-time of a learning platform, which a page of a SCORM package finds in a window around it. Both versions do the
// same under other names. Without a run-time, or when it fails, all calls do nothing.

const MOST_FRAMES = 100; // against a chain of windows without an end

const VERSIONS = {
  1.2: {
    global: "API",
    calls: {
      start: "LMSInitialize",
      read: "LMSGetValue",
      write: "LMSSetValue",
      save: "LMSCommit",
      end: "LMSFinish",
      error: "LMSGetLastError",
    },
    names: {
      status: "cmi.core.lesson_status",
      raw: "cmi.core.score.raw",
      min: "cmi.core.score.min",
      max: "cmi.core.score.max",
      place: "cmi.core.lesson_location",
      memory: "cmi.suspend_data",
      mode: "cmi.core.lesson_mode",
      exit: "cmi.core.exit",
      time: "cmi.core.session_time",
    },
    placeRoom: 255,
    memoryRoom: 4096,
    isRunning: "101",
  },
  2004: {
    global: "API_1484_11",
    calls: {
      start: "Initialize",
      read: "GetValue",
      write: "SetValue",
      save: "Commit",
      end: "Terminate",
      error: "GetLastError",
    },
    names: {
      status: "cmi.completion_status",
      raw: "cmi.score.raw",
      min: "cmi.score.min",
      max: "cmi.score.max",
      scaled: "cmi.score.scaled",
      progress: "cmi.progress_measure",
      place: "cmi.location",
      memory: "cmi.suspend_data",
      mode: "cmi.mode",
      exit: "cmi.exit",
      time: "cmi.session_time",
    },
    placeRoom: 1000,
    memoryRoom: 64000,
    isRunning: "103",
  },
};

/** The run-time in one window. Windows of other origins throw when they are read. */
function apiIn(frame, name) {
  try {
    return frame[name] ?? null;
  } catch {
    return null;
  }
}

/** The windows around one, from the inside out. Whose origin is another can be passed, as `parent` can be read there. */
function* around(frame) {
  for (let depth = 0; frame && depth < MOST_FRAMES; depth++) {
    yield frame;
    if (frame.parent === frame) return;
    frame = frame.parent;
  }
}

function opener(frame) {
  try {
    return frame.opener;
  } catch {
    return null;
  }
}

/** The nearest run-time: in the windows around the page, then in those around the window that opened one of them. */
function find(page, name) {
  const inside = [...around(page)];
  for (const frame of [...inside, ...inside.flatMap((one) => [...around(opener(one))])]) {
    const api = apiIn(frame, name);
    if (api) return api;
  }
  return null;
}

/** @param {number} seconds */
function clock(seconds) {
  const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${String(hours).padStart(4, "0")}:${two(minutes)}:${two(Math.floor(seconds) % 60)}`;
}

export class RunTime {
  /**
   * @param {Window} page
   * @param {string} version  "1.2" or "2004"
   */
  constructor(page, version) {
    this.form = VERSIONS[version];
    this.version = version;
    this.api = find(page, this.form.global);
    this.isOpen = Boolean(this.api) && this.#start();
  }

  #start() {
    return this.#call("start", "") === "true" || this.#call("error") === this.form.isRunning;
  }

  /** Every answer of a run-time is a text; some give a boolean. */
  #call(name, ...values) {
    try {
      return String(this.api[this.form.calls[name]](...values));
    } catch {
      return "";
    }
  }

  /**
   * @param {string} name  a key of `names`
   * @returns {string}  empty if the platform does not know it
   */
  read(name) {
    return this.isOpen ? this.#call("read", this.form.names[name]) : "";
  }

  /**
   * Writes what this version has a name for.
   * @param {Record<string, string>} values
   */
  write(values) {
    if (!this.isOpen) return;
    for (const [name, value] of Object.entries(values))
      if (this.form.names[name]) this.#call("write", this.form.names[name], value);
  }

  save() {
    if (this.isOpen) this.#call("save", "");
  }

  /**
   * Leaves the unit so that it can be resumed.
   * @param {number} seconds  since it was opened
   */
  end(seconds) {
    const time = this.version === "1.2" ? clock(seconds) : `PT${Math.floor(seconds)}S`;
    this.write({ exit: "suspend", time });
    this.save();
    if (this.isOpen) this.#call("end", "");
    this.isOpen = false;
  }
}

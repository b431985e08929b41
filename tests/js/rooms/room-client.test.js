import { expect, test } from "vitest";
import { RoomClient } from "../../../assets/rooms/room-client.js";

const CODE = "ACDEF";
const QUESTION = { id: "skin_of_root.L4", seed: "x" };

/** A server of one room, whose network can be cut before a request arrives or before its answer does. */
function server() {
  const room = { room: CODE, version: 1, number: 1, question: QUESTION, revealed: false };
  const answers = new Map();
  const network = { cut: "", requests: 0 };
  const respond = (status, body) => ({ ok: status < 400, status, json: async () => structuredClone(body) });
  const answered = (address, method, seat, body) => {
    if (method === "PUT" && seat) {
      const key = `${address.match(/answers\/(\d+)/)[1]} ${seat}`;
      if (!answers.has(key)) answers.set(key, JSON.parse(body).choice);
      return respond(200, { given: answers.get(key) });
    }
    return respond(200, { ...room, given: answers.get(`${room.number} ${address.split("seat=")[1]}`) ?? null });
  };
  const fetch = async (address, { method = "GET", body } = {}) => {
    network.requests += 1;
    if (network.cut === "request") throw new TypeError("no network");
    const [, seat] = address.match(/answers\/\d+\/(\w+)$/) ?? [];
    if (network.proxy)
      return { ...respond(network.proxy, null), json: () => Promise.reject(new SyntaxError("no JSON")) };
    const answer = network.refuse ? respond(network.refuse, { error: "no" }) : answered(address, method, seat, body);
    if (network.cut === "answer") throw new TypeError("no network");
    return answer;
  };
  return { room, answers, network, fetch };
}

/** A client whose timers run when the test says so. */
function joined(at, seat = { seat: "a".repeat(16), answers: {}, sent: [] }) {
  const timers = [];
  const kept = [];
  const changes = [];
  const client = new RoomClient(
    "rooms",
    CODE,
    {
      seat,
      secret: "",
      onChange: () => changes.push(1),
      onSeat: (value) => kept.push(structuredClone(value)),
    },
    { fetch: at.fetch, later: (run) => timers.push(run), random: () => 0 },
  );
  const settle = async () => {
    for (let n = 0; n < 20; n++) await Promise.resolve();
  };
  const tick = async () => {
    for (const run of timers.splice(0)) run();
    await settle();
  };
  return { client, kept, changes, tick, settle };
}

test("an answer is confirmed and counted", async () => {
  const at = server();
  const { client, settle } = joined(at);
  await client.poll();
  client.answer({ choice: "L5", at: null });
  expect(client.waiting).toEqual([1]);
  await settle();
  expect(client.waiting).toEqual([]);
  expect([...at.answers]).toEqual([[`1 ${"a".repeat(16)}`, "L5"]]);
});

test.each(["request", "answer"])("an answer survives a network that loses the %s", async (cut) => {
  const at = server();
  const { client, tick, settle } = joined(at);
  await client.poll();
  at.network.cut = cut;
  client.answer({ choice: "L5", at: null });
  await settle();
  for (let n = 0; n < 5; n++) await tick();
  expect(client.waiting).toEqual([1]);
  expect(client.trouble).toBe("network");
  expect(client.given).toBe("L5");
  at.network.cut = "";
  await tick();
  await tick();
  expect(client.waiting).toEqual([]);
  expect(client.trouble).toBe("");
  expect([...at.answers.values()]).toEqual(["L5"]);
});

test("an answer that was given before a reload is sent after it", async () => {
  const at = server();
  const first = joined(at);
  await first.client.poll();
  at.network.cut = "request";
  first.client.answer({ choice: "L5", at: ["front", 3, 4] });
  await first.settle();
  first.client.stop();
  at.network.cut = "";
  const again = joined(at, first.kept.at(-1));
  await again.client.poll();
  await again.settle();
  expect([...at.answers.values()]).toEqual(["L5"]);
  expect(again.client.given).toBe("L5");
});

test("the first answer counts, also from a seat that has forgotten it", async () => {
  const at = server();
  const { client, settle } = joined(at);
  await client.poll();
  client.answer({ choice: "L5", at: null });
  client.answer({ choice: "S1", at: null });
  await settle();
  const other = joined(at); // the same seat without its answers
  await other.client.poll();
  expect(other.client.given).toBe("L5");
  other.client.answer({ choice: "S1", at: null });
  await other.settle();
  expect([...at.answers.values()]).toEqual(["L5"]);
});

test("nothing can be answered before a question, nor once the answers are shown", async () => {
  const at = server();
  const { client, settle } = joined(at);
  client.answer({ choice: "L5", at: null });
  at.room.revealed = true;
  await client.poll();
  client.answer({ choice: "L5", at: null });
  await settle();
  expect(at.answers.size).toBe(0);
});

test.each([
  [404, "unknown"],
  [410, "closed"],
  [429, "full"],
  [409, "late"],
])("a refusal with %i is said as %s and not sent again", async (status, trouble) => {
  const at = server();
  const { client, settle, tick } = joined(at);
  await client.poll();
  at.network.refuse = status;
  client.answer({ choice: "L5", at: null });
  await settle();
  expect(client.refusal).toBe(trouble);
  expect(client.waiting).toEqual([]);
  at.network.refuse = 0;
  await tick();
  expect([client.trouble, client.refusal, client.given]).toEqual(["", trouble, null]);
});

test("an old state that arrives late changes nothing", async () => {
  const at = server();
  const { client } = joined(at);
  at.room.version = 5;
  at.room.number = 2;
  await client.poll();
  at.room.version = 4;
  at.room.number = 1;
  await client.poll();
  expect(client.state.number).toBe(2);
});

test("asking twice at once leaves one round of polling", async () => {
  const at = server();
  const { client, tick } = joined(at);
  await Promise.all([client.poll(), client.poll(), client.poll()]);
  at.network.requests = 0;
  await tick();
  expect(at.network.requests).toBe(1);
});

test("a client that has stopped asks nothing more", async () => {
  const at = server();
  const { client, tick } = joined(at);
  await client.poll();
  client.stop();
  at.network.requests = 0;
  await tick();
  expect(at.network.requests).toBe(0);
});

test("a phone without a network asks no more often than it polls", async () => {
  const at = server();
  let now = 0;
  /** @type {{run: () => void, when: number}[]} */
  const timers = [];
  const sent = { GET: 0, PUT: 0 };
  const fetch = (address, options) => {
    sent[options.method ?? "GET"] += 1;
    return at.fetch(address, options);
  };
  const later = (run, delay) => timers.push({ run, when: now + delay });
  const seat = { seat: "a".repeat(16), answers: {}, sent: [] };
  const client = new RoomClient(
    "rooms",
    CODE,
    { seat, secret: "", onChange: () => {}, onSeat: () => {} },
    { fetch, later, random: () => 0.5 },
  );
  await client.poll();
  at.network.cut = "request";
  client.answer({ choice: "L5", at: null });
  while (now < 300_000) {
    timers.sort((one, other) => one.when - other.when);
    const next = timers.shift();
    now = next.when;
    next.run();
    for (let n = 0; n < 20; n++) await Promise.resolve();
  }
  expect(sent.GET).toBeLessThanOrEqual(300_000 / 1500);
  expect(sent.PUT).toBeLessThanOrEqual(sent.GET + 1);
});

test("a proxy that refuses for a while loses no answer", async () => {
  const at = server();
  const { client, tick, settle } = joined(at);
  await client.poll();
  at.network.proxy = 404;
  client.answer({ choice: "L5", at: null });
  await settle();
  expect([client.waiting, client.refusal]).toEqual([[1], ""]);
  at.network.proxy = 0;
  await tick();
  expect([...at.answers.values()]).toEqual(["L5"]);
});

test("a phone takes its seat once, however often it asks", async () => {
  const at = server();
  const puts = [];
  const fetch = (address, options) => {
    if (options.method === "PUT") puts.push(address);
    return at.fetch(address, options);
  };
  const { client, tick } = joined({ ...at, fetch });
  at.network.cut = "request";
  await client.poll();
  await tick();
  at.network.cut = "";
  for (let n = 0; n < 3; n++) await tick();
  const seat = `rooms/${CODE}/seats/${"a".repeat(16)}`;
  expect(puts.filter((address) => address === seat).length).toBe(puts.length);
  expect(puts.length).toBeLessThanOrEqual(3); // two were lost
});

test("a phone that finds no seat says so", async () => {
  const at = server();
  at.network.refuse = 429;
  const { client, settle } = joined(at);
  await client.poll();
  await settle();
  expect(client.refusal).toBe("full");
});

/** A wall: it leads the room and answers nothing. */
function wall(at) {
  const settings = { seat: null, secret: "s", onChange: () => {}, onSeat: () => {} };
  return new RoomClient("rooms", CODE, settings, { fetch: at.fetch, later: () => 0, random: () => 0 });
}

test("a second page of the lecturer follows the first one without a complaint", async () => {
  const at = server();
  const client = wall(at);
  await client.poll();
  at.room.version = 2;
  at.room.number = 2; // the other page has asked
  const fetch = at.fetch;
  client.surroundings.fetch = (address, options) => {
    at.network.refuse = options.method === "PUT" ? 409 : 0;
    return fetch(address, options);
  };
  expect(await client.ask(2, QUESTION, false)).toBe(false);
  expect([client.state.number, client.trouble]).toEqual([2, ""]);
});

test("only the browser that opened a room leads it", async () => {
  const at = server();
  const client = wall(at);
  await client.poll();
  at.network.refuse = 403;
  expect(await client.ask(2, QUESTION, false)).toBe(false);
  expect(client.trouble).toBe("refused");
});

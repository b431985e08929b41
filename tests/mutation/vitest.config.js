import { mergeConfig } from "vitest/config";
import config from "../js/vitest.config.js";

// the tests of the front-end logic, and the answers of Python, which tests/js/test_contract.py compares outside vitest
export default mergeConfig(config, { test: { dir: "tests", testTimeout: 120_000 } });

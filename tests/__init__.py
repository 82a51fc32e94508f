"""The tests: they mirror the modules; contract tests for every plug; `cases/` holds whole lists."""

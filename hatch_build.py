"""Puts the compiled rulebook into the wheel, so that planlint need not read every rule file at every start."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileRules(BuildHookInterface[Any]):
    """Run for the wheel only; a checkout and an editable installation make their own."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compiles the rules; a faulty one stops the build."""
        if self.target_name != "wheel" or version == "editable":
            return
        sys.path.insert(0, str(Path(self.root, "src")))
        from planlint.rulebook.folder import read_rulebook
        from planlint.rulebook.shipped import COMPILED, stamp, write_compiled

        rules = Path(self.root, "rules")
        self._folder = tempfile.TemporaryDirectory()
        compiled = Path(self._folder.name, COMPILED)
        write_compiled(read_rulebook(rules, checks=None), compiled, stamp(rules, times=False))
        build_data["force_include"][str(compiled)] = f"planlint/_data/{COMPILED}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 - hatchling's
        """Takes the compiled form away again, once it is in the wheel."""
        if hasattr(self, "_folder"):
            self._folder.cleanup()

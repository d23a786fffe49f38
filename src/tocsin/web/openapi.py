"""The API's description, without a database: ``python -m tocsin.web.openapi FILE``. The front end's types are made from it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from tocsin.web.app import described


def description() -> dict[str, Any]:
    """The OpenAPI document."""
    return described().openapi()


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(description(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")

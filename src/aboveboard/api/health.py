"""Is the service alive, can it work, and what has it counted."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends
from prometheus_client import generate_latest
from pydantic import BaseModel
from starlette.responses import PlainTextResponse

from aboveboard.api.desk import Here, needs
from aboveboard.api.guarding import REGISTRY
from aboveboard.api.problems import Problem
from aboveboard.errors import StoreError
from aboveboard.staff import Caller

__all__ = ["router"]

router = APIRouter(tags=["health"])


class Health(BaseModel):
    """How it is; `parts` says which part is ready."""

    status: str
    parts: dict[str, bool] = {}


@router.get("/health/live")
def live() -> Health:
    """Say that the process answers."""
    return Health(status="alive")


@router.get("/health/ready")
def ready(desk: Here) -> Health:
    """Say whether the store can be read and the indexes are loaded; 503 where not."""
    parts = {"store": True, **desk.ready()}
    try:
        with desk.store.reading() as connection:
            connection.exec_driver_sql("SELECT 1")
    except StoreError:
        parts["store"] = False
    if not all(parts.values()):
        raise Problem(503, "Not ready", parts=parts)
    return Health(status="ready", parts=parts)


@router.get("/metrics", response_class=PlainTextResponse)
def metrics(_caller: Annotated[Caller, Depends(needs("service:watch"))]) -> PlainTextResponse:
    """Give the counters in Prometheus' text format."""
    return PlainTextResponse(generate_latest(REGISTRY), media_type="text/plain; version=0.0.4")

"""Double coding."""
from fastapi import APIRouter
router = APIRouter(tags=["coding"])

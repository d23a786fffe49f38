"""What Alembic runs: the steps, on the connection and in the transaction that ``tocsin.store.migrate`` gives."""

from alembic import context

from tocsin.store.migrate import VERSION_TABLE
from tocsin.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    version_table=VERSION_TABLE,
    render_as_batch=True,  # SQLite changes a column only by copying its table
)
with context.begin_transaction():
    context.run_migrations()

"""What Alembic runs: always on the connection that `open_store` hands over."""

from alembic import context

from aboveboard.store.whole import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
with context.begin_transaction():
    context.run_migrations()

"""Run by Alembic with a connection that `schema.py` hands over; there is no alembic.ini."""

from alembic import context

from tms.store.schema import get_metadata

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=get_metadata(),
    render_as_batch=connection.dialect.name == "sqlite",
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()

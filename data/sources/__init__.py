"""Tables that live elsewhere, in a database or a Parquet file: aggregates are fetched, and the rows shown."""

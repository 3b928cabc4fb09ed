"""Measure a network's tables on Apache Spark: on one machine, or on a cluster by its address.

job      what runs there; it needs nothing but pyspark, so a cluster takes the one file
start    a session, and one clear line where there cannot be one

Needs the extra `spark` and Java 17 or newer.
"""

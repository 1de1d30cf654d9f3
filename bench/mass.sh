#!/bin/sh
# Compares "wellknown check" with curl --parallel and a bare Java client; docs/benchmarks.md has the options.
set -eu
cd "$(dirname "$0")/.."
[ -x cli/target/wellknown/bin/wellknown ] || mvn -q package -DskipTests
javac=${JAVA_HOME:+$JAVA_HOME/bin/}javac
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
"$javac" --release 17 -d target/bench core/src/bench/java/dev/wellknown/bench/mass/*.java
exec "$java" -cp "$PWD/target/bench" dev.wellknown.bench.mass.MassBenchmark "$@"

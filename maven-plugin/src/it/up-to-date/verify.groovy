def runs = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert runs.length == 2
def root = 'target/classes/META-INF/resources'
def warning = /\[WARNING\] wellknown\.yaml:\d+:\d+: .+ \[registration\/no-release-certificate\]/
def unchanged = '[INFO] wellknown.yaml: nothing has changed since it was last looked at'

assert runs[0].contains("[INFO] $root/.well-known/assetlinks.json written, ")
assert !runs[0].contains(unchanged)
// By two goals.
assert runs[1].count(unchanged) == 2
assert (runs[1] =~ warning).count == (runs[0] =~ warning).count && (runs[0] =~ warning).count == 2
assert runs[1].contains("[INFO] $root: pass (apple-cdn pass, ")

// What costs the time of the first run is not even loaded by the second one.
def first = new File(basedir, 'first.classes').text
def second = new File(basedir, 'second.classes').text
for (library in ['org.hibernate.validator.', 'com.networknt.', 'tools.jackson.', 'org.snakeyaml.']) {
  assert first.contains(" $library"): "$library is not loaded by the first run either"
  assert !second.contains(" $library"): "$library is loaded by the second run"
}
assert second.contains(' dev.wellknown.examine.Stamp ')

// The first list was closed when the first run ended.
def end = new File(basedir, 'first.classes').lastModified()
def written = ['assetlinks.json', 'apple-app-site-association'].collect {
  new File(basedir, "$root/.well-known/$it")
}
written += new File(basedir, 'target/wellknown').listFiles() as List
assert written.count { it.name.endsWith('.stamp') } == 2
for (file in written) {
  assert file.lastModified() <= end: "$file was written anew"
}

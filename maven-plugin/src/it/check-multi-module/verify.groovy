context.sites.close()
def log = new File(basedir, 'build.log').text
assert log.contains('Using the MultiThreadedBuilder implementation with a thread count of 2')
assert !log.contains('not marked @threadSafe') && !log.contains('not marked as thread-safe')
assert log.count('[INFO] no wellknown.yaml: this module is passed over') == 1
assert log.count('[INFO] no commons/wellknown.yaml: this module is passed over') == 1
for (module in ['shop', 'news']) {
  assert log.count("[INFO] ${module}.example.com: pass (apple-cdn pass, ") == 1
}
assert log.contains('BUILD SUCCESS')

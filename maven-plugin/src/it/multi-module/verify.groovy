def log = new File(basedir, 'build.log').text
assert log.contains('Using the MultiThreadedBuilder implementation with a thread count of 2')
assert !log.contains('not marked @threadSafe') && !log.contains('not marked as thread-safe')
// By two goals.
assert log.count('[INFO] no wellknown.yaml: this module is passed over') == 2
assert log.count('[INFO] no commons/wellknown.yaml: this module is passed over') == 2
assert !new File(basedir, 'commons/target/classes').exists()

for (module in ['shop', 'news']) {
  def root = "$module/target/classes/META-INF/resources"
  assert log.contains("[INFO] $root/.well-known/assetlinks.json written, ")
  assert log.contains("[INFO] $module/wellknown.yaml: pass")
  assert log.contains("[INFO] $root: pass (apple-cdn pass, ")
  assert new File(basedir, "$root/.well-known/assetlinks.json").text.contains("com.example.$module")
}

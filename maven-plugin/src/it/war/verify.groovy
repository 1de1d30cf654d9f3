import java.util.zip.ZipFile

def log = new File(basedir, 'build.log').text
assert log.contains('[INFO] target/war-1/.well-known/assetlinks.json written, ')
assert log.contains('[INFO] target/war-1: pass (apple-cdn pass, ')

new ZipFile(new File(basedir, 'target/war-1.war')).withCloseable { war ->
  assert war.getEntry('index.html') != null
  for (name in ['assetlinks.json', 'apple-app-site-association']) {
    def entry = war.getEntry(".well-known/$name")
    assert entry != null: "$name is not in the war"
    assert war.getInputStream(entry).text.contains('com.example.shop')
  }
}

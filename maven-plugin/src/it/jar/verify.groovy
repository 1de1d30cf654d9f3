import java.util.zip.ZipFile

def log = new File(basedir, 'build.log').text
def root = 'target/classes/META-INF/resources'
assert log.contains("[INFO] $root/.well-known/assetlinks.json written, ")
assert log.contains("[INFO] $root/.well-known/apple-app-site-association written, ")
assert log.contains('[INFO] wellknown.yaml: pass')
assert log.contains("[INFO] $root: pass (apple-cdn pass, apple-direct pass, google-api pass,")

new ZipFile(new File(basedir, 'target/jar-1.jar')).withCloseable { jar ->
  for (name in ['assetlinks.json', 'apple-app-site-association']) {
    def entry = jar.getEntry("META-INF/resources/.well-known/$name")
    assert entry != null: "$name is not in the jar"
    assert jar.getInputStream(entry).text.contains('com.example.shop')
  }
}

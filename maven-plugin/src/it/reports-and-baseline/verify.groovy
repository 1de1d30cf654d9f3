def runs = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert runs.length == 6
def rule = 'registration/no-release-certificate'

assert runs[0].contains('1 warning in wellknown.yaml. ')
assert runs[0].contains('MojoFailureException')
def sarif = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/reports/a.sarif'))
assert sarif.version == '2.1.0'
def results = sarif.runs[0].results
assert results*.ruleId == [rule]
assert results[0].locations[0].physicalLocation.artifactLocation.uri == 'wellknown.yaml'
def junit = javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder()
    .parse(new File(basedir, 'target/surefire-reports/TEST-wellknown.xml'))
assert junit.documentElement.tagName == 'testsuites'
assert junit.getElementsByTagName('failure').length == 1

def baseline = new groovy.json.JsonSlurper().parse(new File(basedir, 'baseline.json'))
assert baseline.entries*.rule == [rule]
assert runs[1] =~ /\[INFO\] wellknown\.yaml:\d+:\d+: warning, accepted by the baseline: .+ \[registration\/no-release-certificate\]/
assert runs[1].contains('BUILD SUCCESS')

assert runs[2] =~ /\[WARNING\] wellknown\.yaml:\d+:\d+: .+ \[registration\/no-release-certificate\]/
assert runs[2].contains('MojoFailureException')

assert runs[3..5].every { it.contains('MojoExecutionException') }
assert runs[3].contains('nowhere.json does not exist')
assert runs[4].contains('a.sarif cannot be written: its directory does not exist')
assert !new File(basedir, 'nowhere').exists()
assert runs[5].contains('reports has "saif=a.sarif"; did you mean sarif? known formats are: ')

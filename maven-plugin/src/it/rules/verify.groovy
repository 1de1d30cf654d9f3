def runs = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert runs.length == 3
assert runs[0] =~ /registration\/malformed-team-id +error +A team id/
assert runs[0] =~ /"mvn dev\.wellknown:wellknown-maven-plugin:\S+:rules -Dwellknown\.rule=ID" explains one/
assert runs[1].contains('# json/not-json')
assert runs[2].contains('no rule has the id "jsn/not-json"; did you mean json/not-json?')

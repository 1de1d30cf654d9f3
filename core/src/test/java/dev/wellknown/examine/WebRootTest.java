package dev.wellknown.examine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wellknown.association.Kind;
import dev.wellknown.association.Publication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebRootTest {

  @TempDir Path directory;

  @Test
  void makesItsDirectoriesAndLeavesNothingElse() throws IOException {
    WebRoot root = new WebRoot(directory.resolve("site"));
    root.put(publication("[1]"));
    assertThat(root.file(Kind.ASSETLINKS)).hasContent("[1]");
    assertThat(names(directory.resolve("site/.well-known"))).containsExactly("assetlinks.json");
  }

  @Test
  void writesFilesThatAWebServerMayRead() throws IOException {
    WebRoot root = new WebRoot(directory);
    Files.writeString(directory.resolve("other"), "made by the same user");
    root.put(publication("[1]"));
    assertThat(Files.getPosixFilePermissions(root.file(Kind.ASSETLINKS)))
        .isEqualTo(Files.getPosixFilePermissions(directory.resolve("other")))
        .contains(PosixFilePermission.OWNER_READ);
  }

  @Test
  void knowsWhetherAFileIsUpToDate() throws IOException {
    WebRoot root = new WebRoot(directory);
    assertThat(root.holds(publication("[1]"))).isFalse();
    root.put(publication("[1]"));
    assertThat(root.holds(publication("[1]"))).isTrue();
    assertThat(root.holds(publication("[2]"))).isFalse();
  }

  @Test
  void refusesALinkAndLeavesItsTargetAlone() throws IOException {
    Path victim = Files.writeString(directory.resolve("victim"), "precious");
    WebRoot root = new WebRoot(directory.resolve("site"));
    Files.createDirectories(root.file(Kind.ASSETLINKS).getParent());
    Files.createSymbolicLink(root.file(Kind.ASSETLINKS), victim);
    assertThatThrownBy(() -> root.put(publication("[1]")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("link");
    assertThat(victim).hasContent("precious");
    assertThat(root.file(Kind.ASSETLINKS)).isSymbolicLink();
  }

  @Test
  void leavesTheOldFileWhereTheDirectoryIsAFile() throws IOException {
    Files.writeString(directory.resolve(".well-known"), "a file");
    assertThatThrownBy(() -> new WebRoot(directory).put(publication("[1]")))
        .isInstanceOf(IOException.class);
    assertThat(directory.resolve(".well-known")).hasContent("a file");
  }

  @Test
  void doesNotTouchAFileThatStaysTheSame() throws IOException {
    Path registration = directory.resolve("wellknown.yaml");
    Files.copy(Path.of("../examples/shop/wellknown.yaml"), registration);
    Inputs inputs = new Inputs(directory, java.io.InputStream.nullInputStream());
    WebRoot root = new WebRoot(directory);
    Generation.compare(inputs, "wellknown.yaml", ".", false, Set.of()).write();
    FileTime longAgo = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(root.file(Kind.AASA), longAgo);
    Generation again = Generation.compare(inputs, "wellknown.yaml", ".", false, Set.of());
    again.write();
    assertThat(again.differs()).isFalse();
    assertThat(Files.getLastModifiedTime(root.file(Kind.AASA))).isEqualTo(longAgo);
  }

  private static Publication publication(String text) {
    return new Publication(Kind.ASSETLINKS, text.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  private static Stream<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    }
  }
}

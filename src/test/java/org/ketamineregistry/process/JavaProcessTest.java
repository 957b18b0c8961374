package org.ketamineregistry.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The class path of processes that tests start. */
class JavaProcessTest {
  private static final String PROPERTY = "java.class.path";

  private final String own = System.getProperty(PROPERTY);

  @BeforeEach
  void endAsTheBuildDoes() {
    System.setProperty(
        PROPERTY,
        String.join(File.pathSeparator, "target/test-classes", "target/classes", "a.jar", ""));
  }

  @AfterEach
  void leave() {
    System.setProperty(PROPERTY, own);
  }

  /** An entry without a name is the working folder, which has the guide's package once more. */
  @Test
  void doesNotHaveTheWorkingFolderInIt() {
    assertThat(JavaProcess.classPath().split(File.pathSeparator, -1))
        .containsExactly("target/test-classes", "target/classes", "a.jar");
  }

  @Test
  void ofTheProgramHasNoTests() {
    assertThat(JavaProcess.withoutTests().split(File.pathSeparator, -1))
        .containsExactly("target/classes", "a.jar");
  }
}

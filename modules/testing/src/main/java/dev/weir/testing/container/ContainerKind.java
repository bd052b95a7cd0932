// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.container;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;

/** The containers that are tried, each in one release. */
public enum ContainerKind {
  /** The servlet API 6.0. */
  TOMCAT_10("Tomcat", "10.1.59", Platform.JAKARTA, "org.apache.tomcat:tomcat:zip"),
  /** The servlet API 6.1. */
  TOMCAT_11("Tomcat", "11.0.24", Platform.JAKARTA, "org.apache.tomcat:tomcat:zip"),
  /** The servlet API 6.0. */
  JETTY_EE10("Jetty, EE 10", "12.0.31", Platform.JAKARTA, "org.eclipse.jetty:jetty-home:zip"),
  /** All of Jakarta EE 10. */
  WILDFLY_39("WildFly", "39.0.1.Final", Platform.JAKARTA, "org.wildfly:wildfly-dist:zip"),
  /** The web profile of Jakarta EE 10 and more. */
  PAYARA_MICRO_6(
      "Payara Micro", "6.2025.10", Platform.JAKARTA, "fish.payara.extras:payara-micro:jar"),
  /** All of Jakarta EE 10. */
  GLASSFISH_7(
      "GlassFish", "7.0.21", Platform.JAKARTA, "org.glassfish.main.distributions:glassfish:zip"),
  /** All of Jakarta EE 10. */
  LIBERTY(
      "Open Liberty, jakartaee-10.0",
      "26.0.0.3",
      Platform.JAKARTA,
      "io.openliberty:openliberty-runtime:zip"),
  /** The servlet API 4.0. */
  TOMCAT_9("Tomcat", "9.0.117", Platform.JAVA_EE_8, "org.apache.tomcat:tomcat:zip"),
  /** The servlet API 4.0. */
  JETTY_EE8("Jetty, EE 8", "12.0.31", Platform.JAVA_EE_8, "org.eclipse.jetty:jetty-home:zip"),
  /** All of Java EE 8. */
  WILDFLY_26("WildFly", "26.1.3.Final", Platform.JAVA_EE_8, "org.wildfly:wildfly-dist:zip"),
  /** The web profile of Java EE 8. */
  TOMEE_8(
      "TomEE webprofile",
      "8.0.13",
      Platform.JAVA_EE_8,
      "org.apache.tomee:apache-tomee:zip:webprofile"),
  /** The web profile of Java EE 8 and more. */
  PAYARA_MICRO_5(
      "Payara Micro", "5.2022.5", Platform.JAVA_EE_8, "fish.payara.extras:payara-micro:jar"),
  /** The web profile of Java EE 8. */
  LIBERTY_EE8(
      "Open Liberty, webProfile-8.0",
      "26.0.0.3",
      Platform.JAVA_EE_8,
      "io.openliberty:openliberty-webProfile8:zip");

  /** Which names the classes of the servlet API have. */
  public enum Platform {
    /** {@code jakarta.servlet}: Jakarta EE 10 and 11. */
    JAKARTA,
    /** {@code javax.servlet}: Java EE 8. */
    JAVA_EE_8
  }

  private final String label;
  private final String version;
  private final Platform platform;
  private final String artifact;

  ContainerKind(String label, String version, Platform platform, String artifact) {
    this.label = requireNonNull(label);
    this.version = requireNonNull(version);
    this.platform = requireNonNull(platform);
    this.artifact = requireNonNull(artifact);
  }

  /** Those of one platform. */
  public static List<ContainerKind> of(Platform platform) {
    return Stream.of(values()).filter(kind -> kind.platform == platform).toList();
  }

  /** What it is called, with what is switched on in it. */
  public String label() {
    return label;
  }

  /** The release as Maven Central has it. */
  public String version() {
    return version;
  }

  /** Which WAR it takes. */
  public Platform platform() {
    return platform;
  }

  /** A start of it. */
  public ContainerLaunch launch() {
    return new ContainerLaunch(this);
  }

  Recipe recipe() {
    return switch (this) {
      case TOMCAT_9, TOMCAT_10, TOMCAT_11, TOMEE_8 -> new Tomcat();
      case JETTY_EE8 -> new Jetty("ee8");
      case JETTY_EE10 -> new Jetty("ee10");
      case WILDFLY_26, WILDFLY_39 -> new WildFly();
      case PAYARA_MICRO_5, PAYARA_MICRO_6 -> new PayaraMicro();
      case GLASSFISH_7 -> new GlassFish();
      case LIBERTY -> new Liberty("jakartaee-10.0");
      case LIBERTY_EE8 -> new Liberty("webProfile-8.0");
    };
  }

  String coordinates() {
    return artifact + ":" + version;
  }

  @Override
  public String toString() {
    return label + " " + version;
  }
}

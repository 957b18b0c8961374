package org.ketamineregistry.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of a command that does not serve: warnings, on the error stream, so that what a command
 * prints is its answer and nothing else. The server's log is configured by Spring Boot.
 */
final class QuietLog {
  private QuietLog() {}

  static void set() {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      return;
    }
    context.reset();
    var layout = new PatternLayoutEncoder();
    layout.setContext(context);
    layout.setPattern("%-5level %msg%n");
    layout.start();
    var console = new ConsoleAppender<ILoggingEvent>();
    console.setContext(context);
    console.setTarget("System.err");
    console.setEncoder(layout);
    console.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.addAppender(console);
    root.setLevel(Level.WARN);
    // HAPI warns of elements of definitions that it does not need, HL7 of what it then reports.
    context.getLogger("ca.uhn.fhir.parser.LenientErrorHandler").setLevel(Level.ERROR);
    context.getLogger("org.hl7.fhir").setLevel(Level.ERROR);
    context.getLogger("fhir").setLevel(Level.ERROR);
  }
}

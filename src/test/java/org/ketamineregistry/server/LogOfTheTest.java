package org.ketamineregistry.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Everything that is logged at the levels of the product, with causes and context. */
final class LogOfTheTest extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Logger registry = (Logger) LoggerFactory.getLogger("org.ketamineregistry");
  private final Level before = registry.getLevel();
  private final List<Line> lines = new CopyOnWriteArrayList<>();

  private record Line(String request, String text) {}

  private LogOfTheTest() {}

  static LogOfTheTest listen() {
    var log = new LogOfTheTest();
    log.setContext(log.root.getLoggerContext());
    log.start();
    log.registry.setLevel(Level.INFO);
    log.root.addAppender(log);
    return log;
  }

  @Override
  protected void append(ILoggingEvent event) {
    String cause =
        event.getThrowableProxy() == null
            ? ""
            : ThrowableProxyUtil.asString(event.getThrowableProxy());
    lines.add(
        new Line(
            event.getMDCPropertyMap().getOrDefault("request", ""),
            event.getLoggerName()
                + " "
                + event.getFormattedMessage()
                + " "
                + event.getMDCPropertyMap()
                + " "
                + cause));
  }

  List<String> lines() {
    return lines.stream().map(Line::text).toList();
  }

  List<String> ofRequest(String id) {
    return lines.stream().filter(line -> line.request().equals(id)).map(Line::text).toList();
  }

  @Override
  public void close() {
    root.detachAppender(this);
    registry.setLevel(before);
    stop();
  }
}

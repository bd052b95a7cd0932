// SPDX-License-Identifier: Apache-2.0
package dev.weir.embedded.engine;

import java.nio.file.Path;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.RollingFileAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.builder.api.AppenderComponentBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;
import org.apache.logging.log4j.core.config.builder.impl.BuiltConfiguration;

/**
 * Flink's logging to {@code jobmanager.log} and {@code taskmanager.log}, each of bounded size.
 * Nothing goes to the console, which belongs to the server.
 */
final class EngineLogging implements AutoCloseable {

  private static final String JOB_MANAGER = "jobmanager";
  private static final String TASK_MANAGER = "taskmanager";
  private static final String PATTERN = "%d{yyyy-MM-dd HH:mm:ss,SSS} %-5p %-60c %x - %m%n";
  private static final String MAX_SIZE = "16 MB";
  private static final int MAX_FILES = 2;

  private final LoggerContext context;

  private EngineLogging(LoggerContext context) {
    this.context = context;
  }

  /** Starts logging into the directory; the files exist when this returns. */
  static EngineLogging start(Path directory) {
    ConfigurationBuilder<BuiltConfiguration> builder =
        ConfigurationBuilderFactory.newConfigurationBuilder();
    builder.setStatusLevel(Level.ERROR);
    // The engine ends logging itself; Log4j's own hook could run too early.
    builder.setShutdownHook("disable");
    builder.add(rollingFile(builder, directory, JOB_MANAGER));
    builder.add(rollingFile(builder, directory, TASK_MANAGER));
    builder.add(
        builder
            .newRootLogger(Level.INFO)
            .add(builder.newAppenderRef(JOB_MANAGER))
            .add(builder.newAppenderRef(TASK_MANAGER)));

    LoggerContext context =
        Configurator.initialize(EngineLogging.class.getClassLoader(), builder.build(false));
    filter(context, JOB_MANAGER, new TaskManagerFilter(Filter.Result.DENY, Filter.Result.NEUTRAL));
    filter(context, TASK_MANAGER, new TaskManagerFilter(Filter.Result.NEUTRAL, Filter.Result.DENY));
    return new EngineLogging(context);
  }

  private static AppenderComponentBuilder rollingFile(
      ConfigurationBuilder<BuiltConfiguration> builder, Path directory, String name) {
    String file = directory.resolve(name + ".log").toString();
    return builder
        .newAppender(name, RollingFileAppender.PLUGIN_NAME)
        .addAttribute("fileName", file)
        .addAttribute("filePattern", file + ".%i")
        .add(builder.newLayout("PatternLayout").addAttribute("pattern", PATTERN))
        .addComponent(
            builder
                .newComponent("Policies")
                .addComponent(builder.newComponent("OnStartupTriggeringPolicy"))
                .addComponent(
                    builder
                        .newComponent("SizeBasedTriggeringPolicy")
                        .addAttribute("size", MAX_SIZE)))
        .addComponent(
            builder.newComponent("DefaultRolloverStrategy").addAttribute("max", MAX_FILES));
  }

  private static void filter(LoggerContext context, String appender, Filter filter) {
    RollingFileAppender file = context.getConfiguration().getAppender(appender);
    filter.start();
    file.addFilter(filter);
  }

  @Override
  public void close() {
    Configurator.shutdown(context);
  }
}

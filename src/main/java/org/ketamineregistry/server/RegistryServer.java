package org.ketamineregistry.server;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.quartz.QuartzAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The server application. HAPI brings its own Quartz scheduler, so Boot's stays out. */
@SpringBootApplication(
    scanBasePackages = "org.ketamineregistry",
    exclude = QuartzAutoConfiguration.class)
@ConfigurationPropertiesScan("org.ketamineregistry.server")
public class RegistryServer {}

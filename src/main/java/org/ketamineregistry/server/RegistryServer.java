package org.ketamineregistry.server;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.quartz.QuartzAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * The server application. HAPI brings its own Quartz scheduler, so Boot's stays out; so do Boot's
 * error pages, since {@link OutcomeValve} answers in their place.
 */
@SpringBootApplication(
    scanBasePackages = "org.ketamineregistry",
    exclude = {QuartzAutoConfiguration.class, ErrorMvcAutoConfiguration.class})
@ConfigurationPropertiesScan("org.ketamineregistry.server")
public class RegistryServer {}

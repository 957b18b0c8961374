/**
 * The demonstrations: on its first start the registry plays the EHR and pushes a small synthetic
 * cohort to itself, through its own HTTP door ({@code demo} profile); and a network of three
 * registries on one machine, with an identity provider of its own, is started, loaded and asked
 * ({@code network-demo}). A server that serves never loads data of its own, nor gives tokens.
 */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "answer",
      "cli",
      "credentials",
      "keys",
      "profiles",
      "server",
      "synthetic"
    })
@NullMarked
package org.ketamineregistry.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

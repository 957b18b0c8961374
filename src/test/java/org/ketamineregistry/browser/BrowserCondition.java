package org.ketamineregistry.browser;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Decides whether the tests that need a browser run. */
final class BrowserCondition implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Browser.installed().isPresent()) {
      return ConditionEvaluationResult.enabled("A browser is installed");
    }
    if ("true".equals(System.getenv("CI"))) {
      throw new IllegalStateException("CI runs every test, and there is no Chromium: install it");
    }
    System.out.println("LEFT OUT, for want of a Chromium: " + context.getDisplayName());
    return ConditionEvaluationResult.disabled("There is no Chromium");
  }
}

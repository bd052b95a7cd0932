// SPDX-License-Identifier: Apache-2.0
package dev.weir.webapp.other;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says in the log, and on the page of the application, that this is the wrong WAR.
 *
 * <p>Each WAR has it in the servlet API of the other one, and so the right container does not see
 * it: {@code javax.servlet} in {@code weir.war}, {@code jakarta.servlet} in {@code weir-ee8.war}.
 */
public final class OtherContainer implements ServletContainerInitializer {
  private static final Logger LOG = System.getLogger(OtherContainer.class.getName());

  @Override
  public void onStartup(@Nullable Set<Class<?>> found, ServletContext context) {
    String sentence = sentence();
    LOG.log(Level.ERROR, sentence);
    context
        .addServlet("weir-other-container", new OtherContainerServlet(sentence))
        .addMapping("", "/overview");
  }

  private static String sentence() {
    // The name of the API tells: the build makes one class of the other.
    return ServletContainerInitializer.class.getName().startsWith("javax.")
        ? "Weir cannot run here: this is weir.war, for Jakarta EE, and the container has Java EE 8."
            + " Deploy weir-ee8.war instead."
        : "Weir cannot run here: this is weir-ee8.war, for Java EE 8, and the container has Jakarta"
            + " EE. Deploy weir.war instead.";
  }
}

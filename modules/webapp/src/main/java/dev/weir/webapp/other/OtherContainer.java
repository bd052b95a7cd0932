// SPDX-License-Identifier: Apache-2.0
package dev.weir.webapp.other;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reports in the log, and on the application's page, that this is the wrong WAR.
 *
 * <p>Each WAR contains this class for the servlet API of the other WAR, so the right container
 * ignores it: {@code javax.servlet} in {@code weir.war}, {@code jakarta.servlet} in {@code
 * weir-ee8.war}.
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
    // The name of the API tells which WAR this is: the build derives one class from the other.
    return ServletContainerInitializer.class.getName().startsWith("javax.")
        ? "Weir cannot run here: this is weir.war, for Jakarta EE, and the container has Java EE 8."
            + " Deploy weir-ee8.war instead."
        : "Weir cannot run here: this is weir-ee8.war, for Java EE 8, and the container has Jakarta"
            + " EE. Deploy weir.war instead.";
  }
}

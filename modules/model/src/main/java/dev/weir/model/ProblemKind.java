// SPDX-License-Identifier: Apache-2.0
package dev.weir.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * All kinds of problems (RFC 9457), each with a page at its {@link #type}. A name that a release
 * has used keeps its meaning. The first kind of a status is the general one.
 */
public enum ProblemKind {
  MALFORMED_REQUEST(
      400,
      "Malformed request",
      "The address, the host or a header of the request is malformed.",
      "Correct the client, or the proxy in front of it."),
  MALFORMED_PARAMETER(
      400,
      "Malformed parameter",
      "An identifier, a parameter or an option has a wrong form or value, or does not belong to this address.",
      "Read the detail: it names the value and the right form."),
  MALFORMED_BODY(
      400,
      "Malformed body",
      "The body is incomplete, or is not the JSON or the form that its content type says.",
      "Check the body and send it again."),
  NOT_A_JAR(
      400,
      "Not a jar",
      "The uploaded file is not a whole jar, or its name does not end in .jar.",
      "Upload the jar that the build made."),
  DIRECTORY_NOT_ALLOWED(
      400,
      "Directory not allowed",
      "The setting weir.savepoints.directories does not list the directory for the savepoint.",
      "Choose a listed directory, or leave it out to use the default of the cluster."),
  REFUSED_BY_FLINK(
      400,
      "Refused by Flink",
      "Flink refuses the request, or the program failed before it submitted a job.",
      "Read the detail: it has the reason that Flink gives."),
  UNAUTHORIZED(
      401,
      "Credentials needed",
      "The credentials are missing or wrong.",
      "Send credentials of a kind that WWW-Authenticate lists."),
  FORBIDDEN(
      403,
      "Access denied",
      "The caller lacks the access level that the address needs.",
      "Ask the operator of this server for that level."),
  CROSS_SITE_REQUEST(
      403,
      "Cross-site request",
      "A browser sends a change for a page of another site.",
      "Send the change from outside a browser, or list the site in weir.cors.allow-origin."),
  UNKNOWN_HOST(
      403,
      "Unknown host name",
      "The request names a host that is not a name of this server.",
      "Use a name that weir.http.hosts lists, or add the name there."),
  PROGRAMS_DISABLED(
      403,
      "Programs disabled",
      "This server does not take programs, because weir.submit.enabled is false.",
      "Use another server, or ask the operator to enable programs."),
  UNKNOWN_ADDRESS(
      404,
      "Unknown address",
      "The server has nothing at this address.",
      "Look the address up in the description at /openapi/."),
  UNKNOWN_CLUSTER(
      404,
      "Unknown cluster",
      "The server watches no cluster of that name.",
      "Choose a name that /clusters lists."),
  UNKNOWN_JOB(
      404,
      "Unknown job",
      "The cluster has no job with that id. Flink forgets ended jobs after a while.",
      "Choose an id that /jobs lists, or look on another cluster."),
  UNKNOWN_VERTEX(
      404,
      "Unknown vertex",
      "The job has no vertex with that id, or the checkpoint has nothing of it.",
      "Choose an id that /jobs/<jobid> lists."),
  UNKNOWN_SUBTASK(
      404,
      "Unknown subtask",
      "The vertex has no subtask with that number. Numbers begin at 0.",
      "Choose a number below the parallelism of the vertex."),
  UNKNOWN_ATTEMPT(
      404,
      "Unknown attempt",
      "The subtask has no attempt with that number, or Flink no longer keeps it.",
      "Choose the number of the current attempt, which the vertex shows."),
  UNKNOWN_CHECKPOINT(
      404,
      "Unknown checkpoint",
      "The job has no checkpoint with that id. Flink keeps only the latest ones.",
      "Choose an id that /jobs/<jobid>/checkpoints lists."),
  UNKNOWN_TASK_MANAGER(
      404,
      "Unknown TaskManager",
      "The cluster has no TaskManager with that id. It may have ended.",
      "Choose an id that /taskmanagers lists."),
  UNKNOWN_JAR(
      404,
      "Unknown jar",
      "The cluster has no jar with that id. A restarted cluster may have lost it.",
      "Choose an id that /jars lists, or upload the jar again."),
  NOT_AVAILABLE(
      404,
      "Not available",
      "The cluster has nothing to say about this, such as back pressure that is not measured.",
      "Ask again later if the job is still starting."),
  METHOD_NOT_ALLOWED(
      405,
      "Method not allowed",
      "The address does not take this method.",
      "Use a method that the header Allow lists."),
  BODY_TOO_SLOW(
      408,
      "Body too slow",
      "The body arrives more slowly than the server allows.",
      "Send the request again over a faster connection."),
  STATE_CONFLICT(
      409,
      "Conflict with the state of the job",
      "The job is in a state that does not allow the change; it may have ended.",
      "Read the state of the job before asking again."),
  SAVEPOINT_IN_PROGRESS(
      409,
      "Savepoint in progress",
      "The job has a savepoint in progress, which a second one would abort.",
      "Ask again when the savepoint is done."),
  BODY_TOO_LARGE(
      413,
      "Body too large",
      "The body is larger than the server or the cluster allows.",
      "Send a smaller body, or raise weir.upload.max-bytes."),
  ADDRESS_TOO_LONG(
      414,
      "Address too long",
      "The path and the query are longer than weir.http.max-url-bytes allows.",
      "Shorten the query, or send the options in the body."),
  UNSUPPORTED_MEDIA_TYPE(
      415,
      "Unsupported media type",
      "The address does not take a body of this content type.",
      "Send JSON or a form for options, multipart/form-data for an upload."),
  RANGE_NOT_SATISFIABLE(
      416,
      "Range not satisfiable",
      "The range begins after the end of the file.",
      "Read the length of the file in Content-Range."),
  UNSUPPORTED_EXPECTATION(
      417,
      "Unsupported expectation",
      "The header Expect has a value other than 100-continue.",
      "Leave the header out."),
  TOO_MANY_REQUESTS(
      429,
      "Too many requests",
      "The client, or all clients together, ask for more than the limits allow.",
      "Wait for the seconds in Retry-After, and poll less often."),
  TOO_MANY_LOGINS(
      429,
      "Too many failed logins",
      "Too many logins from this client or for this user have failed.",
      "Wait for the seconds in Retry-After, and check the credentials."),
  HEADERS_TOO_LARGE(
      431,
      "Headers too large",
      "The headers are too many, or larger than weir.http.max-header-bytes allows.",
      "Send fewer headers, such as fewer cookies."),
  INTERNAL_ERROR(
      500,
      "Internal error",
      "The server met an error that it did not expect.",
      "Look in the log of the server under the id of the problem."),
  UNSUPPORTED_TRANSFER_ENCODING(
      501,
      "Unsupported transfer encoding",
      "The body has a Transfer-Encoding other than chunked.",
      "Send the body chunked, or with a Content-Length."),
  UNUSABLE_CLUSTER_ANSWER(
      502,
      "Unusable answer of the cluster",
      "The cluster answers with an error of its own, or something else answers at its address.",
      "Check the address of the cluster and its log."),
  SERVER_OVERLOADED(
      503,
      "Server overloaded",
      "Too many requests wait for this server.",
      "Wait for the seconds in Retry-After, then send the request again."),
  SERVER_NOT_READY(
      503,
      "Server not ready",
      "The server is not configured yet, or is shutting down.",
      "Ask again later. If the detail names a setting, correct the setting."),
  LOGIN_UNAVAILABLE(
      503,
      "Login unavailable",
      "The server cannot verify credentials now.",
      "Wait for the seconds in Retry-After, then send the request again."),
  CLUSTER_UNREACHABLE(
      503,
      "Cluster unreachable",
      "No JobManager answers at the addresses of the cluster, or the cluster has no leader.",
      "Check that the cluster runs. The server finds it again by itself."),
  CLUSTER_OVERLOADED(
      503,
      "Cluster overloaded",
      "Too many requests wait for the cluster.",
      "Ask again later, and poll less often."),
  CLUSTER_TIMEOUT(
      504,
      "No answer of the cluster in time",
      "The cluster did not answer before the deadline. A change may have been made.",
      "Read the state of the job before sending a change again."),
  UNSUPPORTED_HTTP_VERSION(
      505,
      "Unsupported HTTP version",
      "The version of the request is neither HTTP/1.1 nor HTTP/1.0.",
      "Use HTTP/1.1 or HTTP/2."),
  UPLOADS_FULL(
      507,
      "No room for the upload",
      "Other uploads in progress take all the disk space that weir.upload.max-pending-bytes allows.",
      "Upload again when the other uploads have arrived.");

  private static final String PATH = "/problems/";

  private final int status;
  private final String title;
  private final String meaning;
  private final String remedy;

  ProblemKind(int status, String title, String meaning, String remedy) {
    this.status = status;
    this.title = title;
    this.meaning = meaning;
    this.remedy = remedy;
  }

  /** The kind of that name, such as {@code unknown-job}; empty if no kind has it. */
  public static Optional<ProblemKind> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(name)).findFirst();
  }

  /** The general kind of an HTTP status; empty for a status that no kind has. */
  public static Optional<ProblemKind> ofStatus(int status) {
    return Arrays.stream(values()).filter(kind -> kind.status == status).findFirst();
  }

  /** The name in addresses, such as {@code unknown-job}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The path of the page about this kind, from the root of the server on. */
  public String type() {
    return PATH + label();
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** A few words, the same for every problem of this kind. */
  public String title() {
    return title;
  }

  /** What has happened, in one or two sentences of plain text. */
  public String meaning() {
    return meaning;
  }

  /** What the caller can do, in one or two sentences of plain text. */
  public String remedy() {
    return remedy;
  }
}

// SPDX-License-Identifier: Apache-2.0
package dev.weir.testing.ways;

import static dev.weir.testing.ways.RequestRow.row;

import dev.weir.testing.CountingFlink;
import java.util.ArrayList;
import java.util.List;

/** The requests that are sent in all ways: legal ones that look odd, and odd ones that are sent. */
final class RequestTable {
  private static final String JOB = "0123456789abcdef0123456789abcdef";

  /** For those that end it, again and again. */
  private static final String ENDED = "fedcba9876543210fedcba9876543210";

  private static final String TOMCAT = Ways.TOMCAT;
  private static final String REFUSED = "it refuses letters of an address before a servlet sees it";

  private static final String LONG = "/jobs/" + JOB;
  private static final String ACCUMULATORS = LONG + "/accumulators";

  /** The document that preconditions are about. */
  static final String TAGGED = LONG;

  private RequestTable() {}

  /** Has the cluster know what the requests are for. */
  static void prepare(CountingFlink flink) {
    flink.answers(LONG, job(JOB, "a long name ".repeat(200)));
    flink.answers("/jobs/" + ENDED, job(ENDED, "another"));
    flink.answers(
        "/jobs/overview",
        """
        {"jobs":[{"jid":"%s","name":"a","state":"RUNNING","start-time":1,"end-time":-1,"duration":2,
        "last-modification":1,"tasks":{"total":0}}]}"""
            .formatted(JOB));
    flink.answers(
        ACCUMULATORS,
        """
        {"job-accumulators":[],"user-task-accumulators":
        [{"name":"words","type":"LongCounter","value":"7"}]}""");
    flink.answers("/jobmanager/log", "0123456789".repeat(50));
  }

  private static String job(String id, String name) {
    return """
        {"jid":"%s","name":"%s","state":"RUNNING","start-time":1,"end-time":-1,"duration":2,"now":3,
        "timestamps":{"RUNNING":1},"vertices":[],"status-counts":{},
        "plan":{"jid":"%1$s","name":"%2$s","nodes":[]}}"""
        .formatted(id, name);
  }

  static List<RequestRow> rows() {
    List<RequestRow> rows = new ArrayList<>();
    addAddresses(rows);
    addQueries(rows);
    addNegotiation(rows);
    addPreconditions(rows);
    addHeaders(rows);
    addBodies(rows);
    addRanges(rows);
    addMethods(rows);
    addChanges(rows);
    return rows;
  }

  private static void addAddresses(List<RequestRow> rows) {
    rows.add(row(200, "GET", "/overview"));
    rows.add(row(200, "GET", "/overview/"));
    rows.add(row(200, "GET", "//overview"));
    rows.add(row(200, "GET", "/jobs//" + JOB));
    rows.add(row(200, "GET", LONG));
    rows.add(row(200, "GET", "/%6Fverview"));
    rows.add(row(404, "GET", "/overview;v=1"));
    rows.add(row(404, "GET", "/nosuch"));
    rows.add(row(404, "GET", "/jobs/" + "f".repeat(32)));
    rows.add(row(400, "GET", "/jobs/zzz"));
    rows.add(row(400, "GET", "/jobs/z%20z"));
    rows.add(row(400, "GET", "/jobs/z%C3%A9"));
    rows.add(row(400, "GET", "/jobs/z%zz").except(TOMCAT, REFUSED));
    rows.add(row(400, "GET", "/jobs/a%2Fb").except(TOMCAT, REFUSED));
    rows.add(row(400, "GET", "/jobs/zé").except(TOMCAT, REFUSED));
    rows.add(row(400, "GET", "/jobs/z\"<>").except(TOMCAT, REFUSED));
    rows.add(row(404, "GET", "/jars/a+b.jar/plan"));
    rows.add(row(404, "GET", "/jars/a%2Bb.jar/plan"));
  }

  private static void addQueries(List<RequestRow> rows) {
    for (String query : List.of("x=\"a<b>c\"", "x={a|b}", "x=é")) {
      rows.add(row(200, "GET", "/overview?" + query).except(TOMCAT, REFUSED));
    }
    for (String query :
        List.of(
            "x=%C3%A9",
            "x=%E9",
            "x=%2B+a%20b",
            "x=%",
            "x=%zz",
            "x=a;b=c",
            "x=a//b",
            "&&=&x",
            "x=?",
            "weir-errors=1.3",
            "weir-accumulators=typed")) {
      rows.add(row(200, "GET", "/overview?" + query));
    }
    rows.add(row(200, "GET", ACCUMULATORS + "?weir-accumulators=plain"));
    rows.add(row(400, "GET", "/overview?weir-errors=1.2"));
    rows.add(row(404, "GET", "/jars/none.jar/plan?program-args=50%"));
    rows.add(row(200, "GET", "/jars/none.jar/plan?weir-errors=1.3"));
  }

  private static void addNegotiation(List<RequestRow> rows) {
    for (String accept :
        List.of(
            "*/*", "text/html", "image/png", "application/json;q=0", "nonsense", "", "a/b;q=x")) {
      rows.add(row(200, "GET", "/overview").with("Accept", accept));
      rows.add(row(400, "GET", "/jobs/zzz").with("Accept", accept));
    }
    for (String encoding :
        List.of(
            "identity",
            "gzip",
            "x-gzip",
            "gzip;q=0",
            "gzip;q=1.0, br",
            "gzip, deflate, br",
            "br",
            "*",
            "nonsense;",
            "")) {
      rows.add(row(200, "GET", LONG).with("Accept-Encoding", encoding));
      rows.add(row(200, "GET", "/overview").with("Accept-Encoding", encoding));
    }
    rows.add(row(200, "GET", "/overview").with("Accept-Language", "!!!"));
    rows.add(row(200, "GET", "/overview").with("Accept-Charset", "utf-16;q=x"));
  }

  private static void addPreconditions(List<RequestRow> rows) {
    for (String known : List.of("TAG", "W/TAG", "*", "\"x\", TAG", "\"x\",TAG", " * ")) {
      rows.add(tagged(304).with("If-None-Match", known.strip()));
    }
    for (String unknown :
        List.of("\"x\"", "abc", "\"open", "w/TAG", "", ",", "*, \"x\"", "\"*\"")) {
      rows.add(tagged(200).with("If-None-Match", unknown));
    }
    rows.add(tagged(200).with("If-Match", "TAG"));
    rows.add(tagged(200).with("If-Match", "*"));
    rows.add(tagged(412).with("If-Match", "W/TAG"));
    rows.add(tagged(412).with("If-Match", "abc"));
    rows.add(tagged(412).with("If-Match", "\"open"));
    rows.add(tagged(200).with("If-Modified-Since", "yesterday"));
    rows.add(tagged(200).with("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT"));
    rows.add(tagged(200).with("If-Unmodified-Since", "Thu, 01 Jan 1970 00:00:00 GMT"));
    rows.add(
        row(304, "HEAD", TAGGED).with("If-None-Match", "TAG").with("Accept-Encoding", "identity"));
    rows.add(row(404, "GET", "/nosuch").with("If-None-Match", "*"));
  }

  private static RequestRow tagged(int status) {
    return row(status, "GET", TAGGED).with("Accept-Encoding", "identity");
  }

  private static void addHeaders(List<RequestRow> rows) {
    for (String type :
        List.of("none", "json", "text/*", "*/*", "application/json; charset", "", "text/plain")) {
      rows.add(row(200, "GET", "/overview").with("Content-Type", type));
      rows.add(row(405, "DELETE", "/overview").with("Content-Type", type));
    }
    rows.add(row(200, "GET", "/overview").with("Content-Language", "!!!"));
    rows.add(row(200, "GET", "/overview").with("Cookie", "a=\"b; $Version=1; =; c"));
    rows.add(row(200, "GET", "/overview").with("Authorization", "Basic !!!"));
    rows.add(row(200, "GET", "/overview").with("Date", "yesterday"));
    rows.add(row(200, "GET", "/overview").with("Expect", "100-continue"));
    rows.add(row(200, "GET", "/overview").with("Origin", "http://elsewhere.example"));
    rows.add(row(200, "GET", "/overview").with("Sec-Fetch-Site", "cross-site"));
    rows.add(row(200, "GET", "/overview").with("X-Forwarded-Proto", "https"));
    rows.add(
        row(200, "GET", "/overview").with("Pragma", "no-cache").with("Cache-Control", "no-cache"));
    rows.add(row(200, "GET", ACCUMULATORS));
    rows.add(row(200, "GET", ACCUMULATORS).with("Weir-Classic-Accumulators", "plain"));
    rows.add(row(200, "GET", ACCUMULATORS).with("Weir-Classic-Accumulators", "typed"));
    rows.add(row(400, "GET", ACCUMULATORS).with("Weir-Classic-Accumulators", "short"));
    rows.add(row(200, "GET", ACCUMULATORS).with("Weir-Classic-Errors", "1.3"));
    rows.add(row(400, "GET", ACCUMULATORS).with("Weir-Classic-Errors", "1.2"));
    rows.add(row(200, "GET", "/jars/none.jar/plan").with("Weir-Classic-Errors", "1.3"));
  }

  private static void addBodies(List<RequestRow> rows) {
    rows.add(row(200, "GET", "/overview").with("Content-Length", "0"));
    rows.add(row(200, "HEAD", "/overview").with("Content-Length", "0"));
    rows.add(row(404, "GET", "/nosuch").with("Content-Length", "0"));
    for (String type : List.of("application/json", "nonsense")) {
      rows.add(row(200, "GET", "/overview").body(type, "{}"));
      rows.add(row(404, "GET", "/nosuch").body(type, "{}"));
      rows.add(row(405, "DELETE", "/overview").body(type, "{}"));
      rows.add(row(200, "OPTIONS", "/overview").body(type, "{}"));
    }
  }

  private static void addRanges(List<RequestRow> rows) {
    String log = "/jobmanager/log";
    rows.add(row(200, "GET", log));
    rows.add(row(200, "HEAD", log));
    rows.add(row(206, "GET", log).with("Range", "bytes=0-9"));
    rows.add(row(206, "GET", log).with("Range", "bytes=-5"));
    rows.add(row(206, "GET", log).with("Range", "bytes=490-"));
    rows.add(row(416, "GET", log).with("Range", "bytes=99999-"));
    rows.add(row(200, "GET", log).with("Range", "bytes=0-1,3-4"));
    rows.add(row(200, "GET", log).with("Range", "lines=1-2"));
    rows.add(row(200, "GET", log).with("Range", "bytes=x"));
    rows.add(row(200, "GET", "/overview").with("Range", "bytes=0-9"));
  }

  private static void addMethods(List<RequestRow> rows) {
    rows.add(row(200, "HEAD", "/overview"));
    rows.add(row(404, "HEAD", "/nosuch"));
    rows.add(row(400, "HEAD", "/jobs/zzz"));
    rows.add(row(405, "HEAD", "/jobs/" + ENDED + "/cancel"));
    rows.add(row(200, "OPTIONS", "/overview"));
    rows.add(row(200, "OPTIONS", "/jars/none.jar/run"));
    rows.add(row(404, "OPTIONS", "/nosuch"));
    for (String method : List.of("PUT", "POST", "DELETE", "PATCH", "BREW", "get")) {
      rows.add(row(405, method, "/overview"));
      rows.add(row(405, method, "/overview").emptyBody());
      rows.add(row(405, method, "/overview").body("application/json", "{}"));
    }
    rows.add(row(405, "TRACE", "/overview").except(TOMCAT, "it answers TRACE by itself"));
    rows.add(row(404, "POST", "/nosuch").emptyBody());
    rows.add(row(404, "BREW", "/nosuch").emptyBody());
  }

  private static void addChanges(List<RequestRow> rows) {
    String cancel = "/jobs/" + ENDED + "/cancel";
    rows.add(row(200, "DELETE", cancel));
    rows.add(row(200, "DELETE", cancel).with("Content-Type", "nonsense"));
    rows.add(row(200, "DELETE", cancel).emptyBody());
    rows.add(row(200, "DELETE", cancel).body("application/json", "{}"));
    rows.add(row(400, "DELETE", cancel).body("nonsense", "{"));
    rows.add(row(404, "DELETE", "/jars/none.jar"));
    rows.add(row(404, "DELETE", "/jars/none.jar").body("application/json", "{}"));
    for (String path : List.of(cancel, "/jars/none.jar/run")) {
      int taken = path.equals(cancel) ? 200 : 404;
      rows.add(row(taken, "POST", path));
      rows.add(row(taken, "POST", path).emptyBody());
      rows.add(row(taken, "POST", path).emptyBody().with("Content-Type", "application/json"));
      rows.add(row(taken, "POST", path).body("application/json", "{}"));
      rows.add(
          row(taken, "POST", path).with("Expect", "100-continue").body("application/json", "{}"));
      rows.add(row(400, "POST", path).body("application/json", "{"));
      rows.add(row(400, "POST", path).body("nonsense", "{}"));
      rows.add(row(415, "POST", path).body("text/plain", "x"));
    }
    rows.add(row(415, "POST", "/jars/upload"));
    rows.add(row(415, "POST", "/jars/upload").emptyBody());
    rows.add(row(415, "POST", "/jars/upload").body("application/json", "{}"));
    rows.add(row(400, "POST", "/jars/upload").body("multipart/form-data", "x"));
  }
}

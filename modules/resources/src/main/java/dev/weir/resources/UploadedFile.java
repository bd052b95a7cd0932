package dev.weir.resources;

import java.io.InputStream;

/**
 * A file in a form, read as it arrives.
 *
 * @param name what the client calls it
 * @param content its bytes; ends once the whole form has been read
 */
public record UploadedFile(String name, InputStream content) {}

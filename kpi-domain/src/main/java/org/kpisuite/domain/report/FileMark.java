package org.kpisuite.domain.report;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What proves that a file is the one that was issued.
 *
 * @param sha256 64 hex digits
 * @param bytes its length
 */
public record FileMark(String sha256, long bytes) {
    public static FileMark of(byte[] file) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(file);
            return new FileMark(HexFormat.of().formatHex(hash), file.length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.airshed.platform.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL as carried on the class path (bundle io.zonky.test.postgres), unpacked once per home.
 */
record ServerProgram(Path folder) {
    /** Of the bundle; the data folder belongs to the major version. */
    static final String VERSION = "18.6";

    static final String MAJOR_VERSION = "18";
    private static final String COMPLETE = "unpacked";
    private static final String DRAFT = ".postgresql-unpacking";

    Path postgres() {
        return folder.resolve("bin/postgres");
    }

    Path initdb() {
        return folder.resolve("bin/initdb");
    }

    Path pgCtl() {
        return folder.resolve("bin/pg_ctl");
    }

    /** Unpacks beside the final place and renames, so a half-unpacked server is never run. */
    static ServerProgram unpack(Path home) throws IOException {
        ServerProgram program = new ServerProgram(home.resolve("postgresql-" + VERSION));
        if (Files.exists(program.folder.resolve(COMPLETE))) {
            return program;
        }
        String archive = archive(System.getProperty("os.name"), System.getProperty("os.arch"));
        DiskSpace.demand(home, DiskSpace.TO_CREATE_bytes);
        new FolderTree(program.folder).delete();
        Path draft = Files.createTempDirectory(home, DRAFT);
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (InputStream bundle = ServerProgram.class.getResourceAsStream(archive)) {
            extract(draft, bundle, archive);
        }
        Files.writeString(draft.resolve(COMPLETE), VERSION + "\n");
        try {
            Files.move(draft, program.folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (DirectoryNotEmptyException unpackedMeanwhile) {
            new FolderTree(draft).delete();
        }
        return program;
    }

    private static String archive(String system, String machine) {
        String kind =
                switch (machine) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64" -> "arm_64";
                    default -> "";
                };
        if (kind.isEmpty() || !system.toLowerCase(Locale.ROOT).equals("linux")) {
            throw new DatabaseUnavailable(
                    DatabaseTrouble.PLATFORM_UNSUPPORTED, system + " " + machine);
        }
        return "/postgres-linux-" + kind + ".txz";
    }

    private static void extract(Path target, @Nullable InputStream bundle, String archive)
            throws IOException {
        if (bundle == null) {
            throw new IOException("the class path lacks " + archive);
        }
        try (TarArchiveInputStream entries =
                new TarArchiveInputStream(
                        new XZCompressorInputStream(new BufferedInputStream(bundle)))) {
            for (TarArchiveEntry entry = entries.getNextEntry();
                    entry != null;
                    entry = entries.getNextEntry()) {
                place(target, entry, entries);
            }
        }
    }

    private static void place(Path target, TarArchiveEntry entry, InputStream content)
            throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("the archive names a file outside of it: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(parent(path));
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(parent(path));
            Files.copy(content, path);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static Path parent(Path path) throws IOException {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IOException("no folder above " + path);
        }
        return parent;
    }
}

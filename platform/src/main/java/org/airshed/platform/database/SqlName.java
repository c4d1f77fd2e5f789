package org.airshed.platform.database;

/** The name of a role, schema or database, quoted where SQL takes no parameter. */
record SqlName(String name) {
    SqlName {
        if (name.isBlank() || name.indexOf('\0') >= 0 || name.length() > 63) {
            throw new IllegalArgumentException(
                    "expected a database name of 1 to 63 characters, got \"" + name + "\"");
        }
    }

    String quoted() {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}

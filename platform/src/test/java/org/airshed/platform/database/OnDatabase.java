package org.airshed.platform.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * This test class has a migrated database of its own, gone at its end. A constructor or method
 * takes it as a {@link TestDatabase}. On a {@code @SpringBootTest} class the server under test uses
 * it; Spring tests without this annotation share one database per test run.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(DatabaseExtension.class)
public @interface OnDatabase {}

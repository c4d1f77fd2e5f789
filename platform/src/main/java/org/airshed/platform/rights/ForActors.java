package org.airshed.platform.rights;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This route performs an act: it answers those who hold a mandate for it somewhere. The handler
 * takes an {@link Authority} argument and asks it for the mandate over the jurisdiction it touches.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ForActors {
    ActKind value();
}

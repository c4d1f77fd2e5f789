/**
 * Facts that someone may revise: tables with a validity period, a source and how sure we are of it,
 * chosen by the observed day.
 *
 * <p>Leaves what the numbers mean to the rooms that own the tables. Calls no other room.
 */
@org.jspecify.annotations.NullMarked
package org.airshed.engine.edition;

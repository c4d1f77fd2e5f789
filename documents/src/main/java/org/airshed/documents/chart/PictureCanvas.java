package org.airshed.documents.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.airshed.documents.Chart;
import org.airshed.documents.Colour;
import org.airshed.documents.font.Outlines;

/** A picture as a canvas, for formats that hold no drawings. Needs no display and no fonts. */
public final class PictureCanvas implements Canvas {
    private static final double PIXELS_PER_POINT = 2.5; // 180 dots per inch, sharp when printed

    /** A chart as PNG and its size in points. */
    public record Picture(byte[] png, double width, double height) {}

    private final Outlines outlines;
    private final Graphics2D graphics;

    private PictureCanvas(Outlines outlines, Graphics2D graphics) {
        this.outlines = outlines;
        this.graphics = graphics;
    }

    /** Draws a chart of a width in points. */
    public static Picture picture(Chart chart, double width, Outlines outlines) {
        Graphics2D unused = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        Drawing drawing = Drawing.of(chart, width, new PictureCanvas(outlines, unused));
        BufferedImage image =
                new BufferedImage(
                        (int) Math.ceil(width * PIXELS_PER_POINT),
                        (int) Math.ceil(drawing.height() * PIXELS_PER_POINT),
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(PIXELS_PER_POINT, PIXELS_PER_POINT);
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        drawing.on(new PictureCanvas(outlines, graphics));
        graphics.dispose();
        return new Picture(png(image), width, drawing.height());
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    @Override
    public void rectangle(double x, double y, double width, double height, Colour fill) {
        graphics.setColor(new Color(fill.rgb()));
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        float width = (float) stroke.width();
        graphics.setColor(new Color(stroke.colour().rgb()));
        graphics.setStroke(
                stroke.dashed()
                        ? new BasicStroke(
                                width,
                                BasicStroke.CAP_BUTT,
                                BasicStroke.JOIN_MITER,
                                10,
                                new float[] {3},
                                0)
                        : new BasicStroke(width));
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public void text(String text, double x, double baseline, Anchor anchor, Lettering lettering) {
        double width = textWidth(text, lettering);
        double left =
                switch (anchor) {
                    case START -> x;
                    case MIDDLE -> x - width / 2;
                    case END -> x - width;
                };
        var shape = outlines.shape(text, lettering.bold(), lettering.size());
        shape.transform(AffineTransform.getTranslateInstance(left, baseline));
        graphics.setColor(new Color(lettering.colour().rgb()));
        graphics.fill(shape);
    }

    @Override
    public double textWidth(String text, Lettering lettering) {
        return outlines.width(text, lettering.bold()) * lettering.size();
    }
}

namespace LeadCapture.Forms;

/// How a form looks. Colors are written #rrggbb; what is null derives from the rest.
public sealed record Theme
{
    public string? Accent { get; init; }
    public string? Background { get; init; }
    public string? Text { get; init; }
    public Radius Radius { get; init; } = Radius.Medium;
    public FormWidth Width { get; init; } = FormWidth.Medium;
    public Font Font { get; init; } = Font.System;

    /// Pictures by the hash of their content.
    public string? Logo { get; init; }
    public string? Cover { get; init; }

    /// What the logo says, for people who cannot see it; null: nothing that does not stand in the title.
    public string? LogoAlt { get; init; }
}

/// Of corners.
public enum Radius { None, Small, Medium, Large }

public enum FormWidth { Narrow, Medium, Wide }

/// Those that every machine has.
public enum Font { System, Humanist, Geometric, Serif, Slab, Monospace }

namespace LeadCapture.Admin.Forms.Numbers;

/// How many saw a form, began and sent it. Programs send without seeing it: they are counted apart.
public sealed record VisitFigures(long Views, long Starts, long Sends)
{
    /// Of those who saw it; null where nobody did.
    public double? Share => Views > 0 ? Math.Min(1, (double)Sends / Views) : null;
}

public sealed record DayVisits(DateOnly Day, VisitFigures Visits);

/// What a channel, a campaign or a field has.
public sealed record Named<T>(string Name, T Figures);

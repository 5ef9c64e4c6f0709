namespace LeadCapture.Web;

/// What a visitor reads when a page cannot be shown.
public sealed record ErrorPage(int Status, string Title, string Text, string? RequestId)
{
    public static ErrorPage Of(int status, string? requestId = null)
    {
        var (title, text) = status switch
        {
            400 => ("We could not read that", "Go back, check what you entered and send it again."),
            403 => ("This page is not for you", "If you think it should be, ask the person who sent you here."),
            404 => ("Page not found",
                "Check the address. If you followed a link or scanned a code, ask the person who gave it to you for a new one."),
            405 => ("This page cannot do that", "Go back to the form and send it from there."),
            413 => ("That was too much at once", "Go back, shorten the longest answer and send the form again."),
            415 => ("We could not read that format", "Open the form in your browser and send it from there."),
            429 => ("A little too fast",
                "Many forms came from your network just now. Wait a minute, then go back and send yours again."),
            503 => ("Back in a moment", "The service is being started or looked after. Wait a minute, then try again."),
            >= 500 => ("Something went wrong on our side",
                "It is not your fault. Go back and send the form again in a moment; it will not be taken twice."),
            _ => ("This page cannot be shown", "Go back and try again."),
        };

        return new ErrorPage(status, title, text, requestId);
    }
}

using static LeadCapture.Web.WebText;

namespace LeadCapture.Web;

/// What a visitor reads when a page cannot be shown.
public sealed record ErrorPage(int Status, string Title, string Text, string? RequestId)
{
    /// Where it was asked for.
    public PathString Path { get; init; }

    public static ErrorPage Of(int status, string? requestId = null)
    {
        var (title, text) = status switch
        {
            400 => (T["We could not read that"], T["Go back, check what you entered, and try again."]),
            403 => (T["You don't have access to this page"], T["If you need access, ask an admin."]),
            404 => (T["Page not found"],
                T["Check the address. If you followed a link or scanned a code, ask the person who gave it to you for a new one."]),
            405 => (T["This action isn't available here"], T["Go back, and try again from there."]),
            413 => (T["That was too much data"], T["Go back, shorten your answers or choose a smaller file, and try again."]),
            415 => (T["We could not read that format"], T["Open the form in your browser and send it from there."]),
            429 => (T["Too many submissions"],
                T["Many forms came from your network just now. Wait a minute, then go back and submit yours again."]),
            503 => (T["Temporarily unavailable"], T["The service is starting or under maintenance. Wait a minute, then try again."]),
            >= 500 => (T["Something went wrong on our side"],
                T["Go back and try again in a moment. A form that was already saved is not saved twice."]),
            _ => (T["This page can't be shown"], T["Go back and try again."]),
        };

        return new ErrorPage(status, title, text, requestId);
    }
}

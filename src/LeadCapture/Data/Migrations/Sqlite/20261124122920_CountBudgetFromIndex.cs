using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LeadCapture.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CountBudgetFromIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_attempts_counts_at",
                table: "attempts");

            migrationBuilder.CreateIndex(
                name: "IX_attempts_counts_at_calls",
                table: "attempts",
                columns: new[] { "counts_at", "calls" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_attempts_counts_at_calls",
                table: "attempts");

            migrationBuilder.CreateIndex(
                name: "IX_attempts_counts_at",
                table: "attempts",
                column: "counts_at");
        }
    }
}

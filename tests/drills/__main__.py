from tests.figures import run

if __name__ == "__main__":
    run("drills")
